"""A bucket of an S3-compatible store (Amazon, MinIO, Garage, Ceph, SeaweedFS …)."""

from collections.abc import Iterator
from datetime import datetime
from functools import lru_cache
from typing import IO, Any

import boto3
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError

from junto.kit.files.store.base import CHUNK, Stored

MISSING = {"NoSuchKey", "404", "NotFound"}


class Bucket:
    """Things in one bucket, below `prefix`."""

    def __init__(self, *, endpoint: str, key: str, secret: str, bucket: str, prefix: str, region: str) -> None:
        self.bucket, self.prefix = bucket, f"{prefix}/" if prefix else ""
        self.client = _client(endpoint, key, secret, region)

    def put(self, name: str, content: IO[bytes]) -> None:
        """One request: what arrived in part is not kept."""
        try:
            self.client.put_object(Bucket=self.bucket, Key=self.prefix + name, Body=content)
        except (ClientError, BotoCoreError) as error:
            raise OSError(f"the bucket did not take {name}") from error

    def read(self, name: str, start: int = 0, length: int | None = None) -> Iterator[bytes]:
        """Asks for no more than is wanted."""
        end = "" if length is None else start + length - 1
        part = {"Range": f"bytes={start}-{end}"} if start or length is not None else {}
        try:
            answer = self.client.get_object(Bucket=self.bucket, Key=self.prefix + name, **part)
        except ClientError as error:
            if error.response["Error"]["Code"] in MISSING:
                raise FileNotFoundError(name) from error
            raise OSError(f"the bucket did not give {name}") from error
        except BotoCoreError as error:
            raise OSError(f"the bucket did not give {name}") from error
        pieces: Iterator[bytes] = answer["Body"].iter_chunks(CHUNK)
        return pieces

    def delete(self, name: str) -> None:
        self.client.delete_object(Bucket=self.bucket, Key=self.prefix + name)

    def clear(self, folder: str) -> None:
        """One by one: asking for many at once needs sums that not every store knows, and a folder holds few things."""
        for found in self._found(f"{folder}/"):
            self.client.delete_object(Bucket=self.bucket, Key=found["Key"])

    def listed(self) -> Iterator[Stored]:
        for found in self._found(""):
            yield Stored(found["Key"].removeprefix(self.prefix), found["LastModified"])

    def _found(self, begins: str) -> Iterator[dict[str, Any]]:
        for page in self.client.get_paginator("list_objects_v2").paginate(Bucket=self.bucket, Prefix=self.prefix + begins):
            yield from page.get("Contents", [])

    def forget_broken(self, before: datetime) -> None:
        """Nothing: a bucket keeps nothing that is not whole."""


@lru_cache(maxsize=4)
def _client(endpoint: str, key: str, secret: str, region: str) -> Any:
    """Made once: that takes half a second, and all threads may share it."""
    plain = Config(
        signature_version="s3v4",
        s3={"addressing_style": "path"},
        # Sums at the end of what is sent are Amazon's own; other stores refuse them.
        request_checksum_calculation="when_required",
        response_checksum_validation="when_required",
        connect_timeout=5,
        read_timeout=30,
        retries={"max_attempts": 3, "mode": "standard"},
    )
    return boto3.session.Session(key, secret, region_name=region).client("s3", endpoint_url=endpoint, config=plain)
