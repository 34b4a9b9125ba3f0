"""Every test keeps its files in a folder of its own; some also in a bucket of a real S3 server."""

import uuid

import boto3
import pytest
from moto.server import ThreadedMotoServer

from junto.kit.files.store import store


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    """Where files are kept."""
    settings.MEDIA_ROOT = tmp_path / "uploads"
    return settings.MEDIA_ROOT


@pytest.fixture(scope="session")
def s3():
    """The address of a server that speaks S3."""
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    yield f"http://{host}:{port}"
    server.stop()


@pytest.fixture
def bucket(s3, settings):
    """Keeps files in a bucket of their own for this test."""
    place = {"endpoint": s3, "key": "junto", "secret": "a lamp", "region": "us-east-1"}
    name = f"junto-{uuid.uuid4().hex}"
    boto3.client("s3", endpoint_url=s3, aws_access_key_id="junto", aws_secret_access_key="a lamp", region_name="us-east-1").create_bucket(
        Bucket=name
    )
    settings.STORAGE = {**place, "bucket": name, "prefix": "house"}
    return store()


@pytest.fixture(params=["folder", "bucket"])
def either_store(request):
    """The store, once a folder and once a bucket."""
    if request.param == "bucket":
        request.getfixturevalue("bucket")
    return store()
