import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";

/** A mail server of the test's own: what it took, and with what it refuses a recipient. */
export async function openMailServer({ user, password }: { user: string; password: string }) {
  const taken: ParsedMail[] = [];
  const refuse = new Map<string, { code: number; text: string }>();
  let asked = 0;
  const server = new SMTPServer({
    disabledCommands: ["STARTTLS"],
    onAuth(auth, _session, done) {
      const known = auth.username === user && auth.password === password;
      done(known ? null : new Error("who are you?"), { user });
    },
    onRcptTo({ address }, _session, done) {
      asked++;
      const refusal = refuse.get(address);
      done(refusal && Object.assign(new Error(refusal.text), { responseCode: refusal.code }));
    },
    onData(stream, _session, done) {
      simpleParser(stream).then((mail) => {
        taken.push(mail);
        done();
      }, done);
    },
  });
  const listening = server.listen(0, "127.0.0.1");
  await once(listening, "listening");
  return {
    url: `smtp://${user}:${password}@127.0.0.1:${(listening.address() as AddressInfo).port}`,
    taken,
    refuse,
    /** For how many recipients it was asked. */
    get asked() {
      return asked;
    },
    close: () => new Promise<void>((resolve) => server.close(resolve)),
  };
}
