import type { Connection } from "./link";
import type { LoggerOptions } from "./logger";
import type { ShownLogging } from "./logging";
import type { AppFacts, Ended, Forced, Session } from "./protocol";
import type { Fetch } from "./request";
import type { SessionStore } from "./store";
import type { SocketClass } from "./stream";

export type RollcallOptions = {
  /** `https://gateway.example.com` */
  gateway: string;
  /** What the app says of itself; a function is asked at every sign-in. */
  client: AppFacts | (() => AppFacts);
  /** Keeps the session across restarts of the app; without it in memory only. */
  storage?: SessionStore;
  /** Lines from before a request for the log that go with it: none unless said. */
  logging?: LoggerOptions;
  fetch?: Fetch;
  WebSocket?: SocketClass;
};

export type RollcallEvents = {
  /** Something of the session changed: its state, its interactions, its id. */
  state: Session;
  /** `online` after the gateway answered the first frame; `offline`: the device has no network. */
  connection: Connection;
  /** Somebody set the agent's state from the console. */
  forced: Forced;
  /** The session was lost in a long silence and goes on in a new one; `lostAt`: its last sign of life. */
  resumed: { session: Session; lostAt: string | null };
  /** Somebody or something ended the session: show it at once. */
  ended: Ended;
  /** Somebody asks for the log, or it is on, or no longer (undefined). */
  logging: ShownLogging | undefined;
  /** Another page or process continues this session; `resume()` takes it back. */
  replaced: undefined;
};
