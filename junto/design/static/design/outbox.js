// Texts on their way: each waits in this browser, under a mark of its own, until the server has said that it arrived. The server knows
// marks, so a text whose answer was lost is sent again and arrives once. The worker loads this script too, so it is no module.
{
  const NAME = "junto-outbox";
  const STORE = "texts";
  const LONGEST = 30 * 24 * 3600 * 1000; // what waited longer is sent only when somebody asks for it: the server forgets marks one day
  const HELD = 30_000;
  const channel = "BroadcastChannel" in self ? new BroadcastChannel(NAME) : null;
  const door = () => self.JUNTO?.outbox ?? document.body.dataset.outbox;

  const opened = () =>
    new Promise((done, fail) => {
      const asked = indexedDB.open(NAME, 1);
      asked.onupgradeneeded = () => asked.result.createObjectStore(STORE, { keyPath: "mark" });
      asked.onsuccess = () => done(asked.result);
      asked.onerror = () => fail(asked.error);
    });

  // One transaction; what `act` asks for first is what comes back, once everything is on the disk.
  const within = async (mode, act) => {
    const database = await opened();
    try {
      return await new Promise((done, fail) => {
        const transaction = database.transaction(STORE, mode, { durability: "strict" });
        const asked = act(transaction.objectStore(STORE));
        transaction.oncomplete = () => done(asked?.result);
        transaction.onabort = transaction.onerror = () => fail(transaction.error);
      });
    } finally {
      database.close();
    }
  };

  const read = (mark) => within("readonly", (store) => store.get(mark));
  const tell = (said) => {
    channel?.postMessage(said);
    if (self.document) document.dispatchEvent(new CustomEvent("outbox", { detail: said }));
  };

  // Changes what stands there, and nothing when it is gone meanwhile.
  const change = async (mark, changes) => {
    await within("readwrite", (store) => {
      const asked = store.get(mark);
      asked.onsuccess = () => asked.result && store.put({ ...asked.result, ...changes(asked.result) });
      return asked;
    });
    tell({ say: "changed" });
  };

  const wordsOf = (text) => JSON.stringify(text.fields);
  const isDue = (text) => !text.refused && !(text.held > Date.now() - HELD) && text.at > Date.now() - LONGEST;

  // Who is signed in here now, and the token that a form needs: the one in the page may be as old as the text.
  const introduce = async () => {
    const answer = await fetch(door(), { headers: { Accept: "application/json" }, cache: "no-store" });
    if (answer.status >= 500) throw new Error("away");
    return answer.ok && !answer.redirected ? answer.json() : null;
  };

  const post = (text, token) =>
    fetch(text.to, {
      method: "POST",
      headers: { "X-CSRFToken": token, "Junto-Sending": text.mark, Accept: "application/json" },
      body: new URLSearchParams(text.fields),
    });

  const isLater = (status) => !status || status >= 500 || status === 429 || status === 408;

  // Says whether it arrived, and where: {to}; {refused} with a status; nothing when it must be tried again.
  const sendOne = async (text, token) => {
    await change(text.mark, ({ tried }) => ({ tried: tried + 1 }));
    let answer;
    try {
      answer = await post(text, token);
    } catch {
      return {};
    }
    if (answer.ok && !answer.redirected) return arrived(text, await answer.json().catch(() => null));
    if (isLater(answer.status) || answer.redirected || answer.status === 401) return { status: answer.status };
    await change(text.mark, () => ({ refused: answer.status, held: 0 }));
    return { refused: answer.status };
  };

  // Words that were changed after an earlier try had arrived are kept: one mark is one text, and whoever wrote it decides.
  const arrived = async (sent, said) => {
    if (!said) return {};
    const standing = await read(sent.mark);
    const isOlder = standing && ((said.before && standing.changed) || wordsOf(standing) !== wordsOf(sent));
    if (isOlder) await change(sent.mark, () => ({ refused: "older", arrived: said.to, held: 0 }));
    else await outbox.remove(sent.mark);
    tell({ say: "arrived", from: sent.to, to: said.to });
    return { to: said.to };
  };

  const sendAll = async () => {
    const due = (await outbox.all()).filter(isDue);
    if (!due.length) return;
    const who = await introduce();
    if (!who) return tell({ say: "signed-out" });
    const results = [];
    for (const text of due.filter(({ person }) => person === who.person)) results.push(await sendOne(text, who.token));
    if (results.some((result) => !result.to && !result.refused)) throw new Error("not yet");
  };

  self.outbox = {
    TAG: NAME,
    channel,
    isLater,
    sendOne,
    add: (text) => within("readwrite", (store) => store.put({ tried: 0, held: 0, refused: "", changed: false, at: Date.now(), ...text })),
    all: async () => (await within("readonly", (store) => store.getAll())).sort((one, other) => one.at - other.at),
    async remove(mark) {
      await within("readwrite", (store) => store.delete(mark));
      tell({ say: "changed" });
    },
    release: (mark, tried) => change(mark, () => ({ held: 0, tried })),
    write: (mark, fields) => change(mark, ({ tried }) => ({ fields, changed: tried > 0 })),
    again: (mark) => change(mark, () => ({ refused: "", at: Date.now() })),
    // One at a time in this browser; where it has no locks, the marks alone keep a text from arriving twice.
    send: () => (navigator.locks ? navigator.locks.request(NAME, sendAll) : sendAll()),
  };
}
