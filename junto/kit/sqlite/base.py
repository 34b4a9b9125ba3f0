"""Django's SQLite backend with a fair queue of writers; Django finds the class by its name and place."""

import contextlib
from collections.abc import Iterator
from typing import Any

from django.db import OperationalError
from django.db.backends.sqlite3 import base

from junto.kit.sqlite.operations import DatabaseOperations
from junto.kit.sqlite.turn import NoTurn, Turn


class DatabaseWrapper(base.DatabaseWrapper):
    """Takes the turn to write before the outermost BEGIN and gives it back after COMMIT, ROLLBACK or close.

    Every write of the house stands in `atomic`, so every writer passes here; readers outside `atomic` never wait.
    A database in memory has no other process to wait for and takes no turn.
    """

    ops_class = DatabaseOperations
    _turn: Turn | None = None

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        """A connection, with its own place in the queue."""
        connection = super().get_new_connection(conn_params)
        if not self.is_in_memory_db():
            self._turn = Turn(conn_params["database"], patience=conn_params.get("timeout", 5.0))
        return connection

    @contextlib.contextmanager
    def waiting_at_most(self, seconds: float) -> Iterator[None]:
        """Whoever writes in this block waits no longer than that for others who write, be they ours or another program."""
        self.ensure_connection()
        usual = self.settings_dict["OPTIONS"].get("timeout", 5.0)
        self._be_patient(seconds)
        try:
            yield
        finally:
            self._be_patient(usual)

    def _be_patient(self, seconds: float) -> None:
        if self._turn:
            self._turn.patience = seconds
        if self.connection is not None:
            self.connection.execute(f"PRAGMA busy_timeout = {int(seconds * 1000)}")

    def _start_transaction_under_autocommit(self) -> None:
        self._take_turn()
        try:
            super()._start_transaction_under_autocommit()
        except BaseException:
            self._give_turn_back()
            raise

    def _commit(self) -> None:
        # A COMMIT that fails keeps the turn: the transaction is still open until Django rolls it back.
        super()._commit()
        self._give_turn_back()

    def _rollback(self) -> None:
        try:
            super()._rollback()
        finally:
            self._give_turn_back()

    def _close(self) -> None:
        try:
            super()._close()
        finally:
            turn, self._turn = self._turn, None
            if turn:
                turn.close()

    def _take_turn(self) -> None:
        if not self._turn:
            return
        try:
            self._turn.take()
        except NoTurn:
            raise OperationalError("database is locked") from None

    def _give_turn_back(self) -> None:
        if self._turn:
            self._turn.give_back()
