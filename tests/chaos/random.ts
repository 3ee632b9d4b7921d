export { type Random, randomFrom } from "@/demo/random";

/** `CHAOS_SEED` repeats a run's plan; what the machine makes of it is not repeatable. */
export const seed = Number(process.env.CHAOS_SEED || Math.floor(Math.random() * 2 ** 31));

process.stdout.write(`CHAOS_SEED=${seed}\n`);
