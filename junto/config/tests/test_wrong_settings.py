"""A setting that cannot be used says what is wrong and how to mend it."""

import pytest

from junto.config import env
from junto.config.env import WrongSetting

WRONG = [
    ("JUNTO_URL", "junto.example.org", env.address, "https://"),
    ("JUNTO_URL", "https://junto.example.org/here", env.address, "https://"),
    ("JUNTO_URL", "ftp://junto.example.org", env.address, "https://"),
    ("JUNTO_THREADS", "many", lambda: env.number("JUNTO_THREADS", 8), "whole number"),
    ("SMTP_TLS", "perhaps", lambda: env.flag("SMTP_TLS"), "yes or no"),
    ("SMTP_PASSWORD_FILE", "/nowhere/at/all", lambda: env.text("SMTP_PASSWORD"), "cannot be read"),
    ("JUNTO_SECRET_KEY", "short", lambda: env.secret_key(env.HERE), "32"),
    ("JUNTO_SECRET_KEY_FALLBACKS", f"{'x' * 40},short", env.former_keys, "32"),
    ("DATABASE_URL", "mysql://somewhere/junto", lambda: env.database(env.HERE), "postgresql://"),
    ("DATABASE_URL", "postgresql://name@somewhere", lambda: env.database(env.HERE), "postgresql://"),
    ("DATABASE_URL", "postgresql://name@somewhere:port/junto", lambda: env.database(env.HERE), "port"),
    ("STORAGE_URL", "https://s3.example.org/bucket", env.storage, "s3://"),
    ("STORAGE_URL", "s3://key:secret@s3.example.org", env.storage, "s3://"),
    ("STORAGE_URL", "s3://s3.example.org/bucket", env.storage, "s3://"),
    ("STORAGE_URL", "s3://key:secret@s3.example.org:port/bucket", env.storage, "port"),
    ("REDIS_URL", "localhost:6379", env.redis, "redis://"),
    ("REDIS_URL", "https://redis.example.org", env.redis, "redis://"),
    ("REDIS_URL", "redis://redis.example.org/junto", env.redis, "redis://"),
    ("REDIS_URL", "redis://redis.example.org:port", env.redis, "port"),
    ("JUNTO_BACKUP_AT", "at night", lambda: env.set_time("JUNTO_BACKUP_AT", "13 1 * * *"), "nightly"),
    ("JUNTO_BACKUPS_KEEP", "7 days", lambda: env.three_numbers("JUNTO_BACKUPS_KEEP", "7 4 6"), "three whole numbers"),
    ("JUNTO_BACKUPS_KEEP", "0 0 0", lambda: env.three_numbers("JUNTO_BACKUPS_KEEP", "7 4 6"), "three whole numbers"),
    ("JUNTO_DATA", "/proc/nowhere", env.data_folder, "--data"),
]


@pytest.mark.parametrize(("name", "value", "read", "advice"), WRONG, ids=[f"{name}={value}" for name, value, _, _ in WRONG])
def test_a_wrong_setting_says_how_to_mend_it(monkeypatch, name, value, read, advice):
    monkeypatch.setenv(name, value)
    with pytest.raises(WrongSetting) as told:
        read()
    assert name.removesuffix("_FILE") in str(told.value) or value in str(told.value)
    assert advice in str(told.value)


def test_a_secret_may_stand_in_a_file(monkeypatch, tmp_path):
    (tmp_path / "password").write_text("a lamp in the window\n")
    monkeypatch.setenv("SMTP_PASSWORD_FILE", str(tmp_path / "password"))
    assert env.text("SMTP_PASSWORD") == "a lamp in the window"


def test_the_key_is_made_once_and_only_its_owner_may_read_it(monkeypatch, tmp_path):
    monkeypatch.delenv("JUNTO_SECRET_KEY", raising=False)
    key = env.secret_key(tmp_path)
    assert len(key) >= 32
    assert env.secret_key(tmp_path) == key
    assert (tmp_path / "secret_key").stat().st_mode & 0o077 == 0


def test_postgresql_is_taken_apart_with_every_sign_a_password_may_hold(monkeypatch, tmp_path):
    monkeypatch.setenv("DATABASE_URL", "postgresql://junto:p%40ss%2Fword@db.example.org:5433/our%20junto")
    found = env.database(tmp_path)
    assert (found["USER"], found["PASSWORD"], found["HOST"], found["PORT"], found["NAME"]) == (
        "junto",
        "p@ss/word",
        "db.example.org",
        5433,
        "our junto",
    )


@pytest.mark.parametrize("given", ["valkey://redis.example.org:6380/2", "redis://:p%40ss%2Fword@redis.example.org:6380/2"])
def test_redis_is_named_in_either_way_and_its_password_may_stand_apart(monkeypatch, given):
    monkeypatch.setenv("REDIS_URL", given)
    monkeypatch.setenv("REDIS_PASSWORD", "p@ss/word")
    assert env.redis() == "redis://:p%40ss%2Fword@redis.example.org:6380/2"
    assert "word" not in repr(env.redis())
