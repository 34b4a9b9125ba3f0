"""What `start.py test` says at the end is true, whatever happened to a run."""

from junto.config.quality.report import Tally, read

REPORT = """<testsuites><testsuite>
<testcase classname="a" name="passes" time="0.5"/>
<testcase classname="a" name="fails" time="1.5"><failure message="no">no</failure></testcase>
<testcase classname="a" name="breaks" time="0.1"><error message="no">no</error></testcase>
<testcase classname="a" name="waits" time="0"><skipped message="no data here">no data here</skipped></testcase>
</testsuite></testsuites>"""


def test_two_runs_are_added_up_and_what_could_not_run_is_named(tmp_path):
    (tmp_path / "report.xml").write_text(REPORT)
    both = read(tmp_path / "report.xml", 1, "sqlite") + read(tmp_path / "report.xml", 1, "postgresql")
    assert both.lines()[-1] == "2 passed, 4 failed"
    assert both.lines()[2].strip().startswith("1.50 s  a::fails")
    assert "      2    no data here" in both.lines()


def test_a_run_that_broke_off_is_a_failure(tmp_path):
    assert str(read(tmp_path / "nothing.xml", 3, "sqlite")) == "0 passed, 1 failed"


def test_a_run_that_ends_badly_for_no_test_is_a_failure(tmp_path):
    (tmp_path / "report.xml").write_text('<testsuites><testsuite><testcase classname="a" name="passes" time="0"/></testsuite></testsuites>')
    assert str(read(tmp_path / "report.xml", 2, "sqlite")) == "1 passed, 1 failed"


def test_nothing_at_all_adds_nothing():
    assert str(sum([Tally(3, 1), Tally()], start=Tally())) == "3 passed, 1 failed"
