import type { ChildProcess } from "node:child_process";

/** Calls a command of a process that answers messages. */
export function remote(child: ChildProcess) {
  let calls = 0;
  child.setMaxListeners(0);
  return <T>(name: string, input: object = {}): Promise<T> => {
    const id = ++calls;
    return new Promise((resolve, reject) => {
      child.on("message", function hear(answer: { id: number; output?: T; error?: string }) {
        if (answer.id !== id) return;
        child.off("message", hear);
        if (answer.error !== undefined) reject(new Error(answer.error));
        else resolve(answer.output as T);
      });
      child.once("exit", () => reject(new Error(`the process of ${name} ended`)));
      child.send({ id, name, input });
    });
  };
}
