import { makeFirstAdministrator } from "./administrator";
import { runInstance } from "./instance";

// `npm start` and, with --dev, `npm run dev`.

runInstance({ dev: process.argv.includes("--dev"), prepare: makeFirstAdministrator });
