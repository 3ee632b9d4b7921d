import { once } from "node:events";
import { WebSocket } from "ws";

export type Problem = {
  type: string;
  errors?: { path: string; message: string }[];
  takeOver?: string;
  seat?: object;
};

/** What two apps say of themselves. */
export const iphone = {
  app: "Mobile",
  version: "v2.17.60 (2.62740)",
  os: { name: "iOS", version: "14.8" },
  device: { model: "iPhone 8 Plus" },
};
export const chrome = {
  app: "Agent Desktop",
  version: "5.24.99",
  browser: { name: "Chrome", version: "126" },
};

/** An app as the protocol describes it, without the client library: plain HTTP and a plain socket. */
export async function postSession<T = Record<string, unknown>>(
  url: string,
  body: object,
  headers: Record<string, string> = {},
): Promise<{ status: number; body: T }> {
  const response = await fetch(`${url}/v1/sessions`, { method: "POST", body: JSON.stringify(body), headers });
  return { status: response.status, body: (await response.json()) as T };
}

/** Signs in, taking over if asked, and holds the token. */
export async function openApp(url: string, body: object) {
  let answer = await postSession<Problem & { token: string }>(url, body);
  if (answer.status === 409) {
    answer = await postSession<Problem & { token: string }>(url, { ...body, takeOver: answer.body.takeOver });
  }
  if (answer.status !== 201) throw new Error(answer.body.type);
  return appWith(url, answer.body.token);
}

function appWith(url: string, token: string) {
  let socket: WebSocket | undefined;
  let frames = 0;
  const frameOf = new Map<string, (answer: object) => void>();
  const heard: { type: string; [field: string]: unknown }[] = [];
  const ended = deferred<object>();
  const forced = deferred<object>();
  const refused = deferred<object>();
  const closed = deferred<number>();
  const call = async (method: string) => {
    const headers = { authorization: `Bearer ${token}` };
    const response = await fetch(`${url}/v1/sessions/current`, { method, headers });
    const text = await response.text();
    return { status: response.status, body: text ? JSON.parse(text) : null };
  };

  return {
    token,
    /** Every frame that came, oldest first. */
    heard,
    ended: ended.promise,
    forced: forced.promise,
    /** The first refusal of what was sent as text. */
    refused: refused.promise,
    closed: closed.promise,
    current: () => call("GET"),
    signOut: () => call("DELETE"),
    sameToken: () => appWith(url, token),
    withToken: (other: string) => appWith(url, other),
    async connect() {
      socket = new WebSocket(`${url.replace("http", "ws")}/v1/stream`, ["rollcall.v1", `bearer.${token}`]);
      socket.on("message", (data) => {
        const frame = JSON.parse(String(data));
        heard.push(frame);
        if (frame.type === "session.ended") ended.resolve(frame);
        else if (frame.type === "state.forced") forced.resolve(frame);
        else if (frame.type === "refused" && !frameOf.has(frame.id)) refused.resolve(frame);
        else frameOf.get(frame.id)?.(frame);
      });
      socket.on("close", (code) => closed.resolve(code));
      await once(socket, "open");
    },
    /** Resolves with the gateway's answer to the frame. */
    send(frame: object): Promise<object> {
      const id = `frame ${++frames}`;
      const answer = new Promise<object>((resolve) => frameOf.set(id, resolve));
      socket?.send(JSON.stringify({ id, ...frame }));
      return answer;
    },
    sendText: (text: string) => socket?.send(text),
    close: () => socket?.close(),
  };
}

/** Promise.withResolvers, which Node 20 lacks. */
function deferred<T>() {
  let resolve: (value: T) => void = () => {};
  const promise = new Promise<T>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
