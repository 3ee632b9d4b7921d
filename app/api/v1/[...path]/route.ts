import { problem } from "@/app/_edges/answers";

const nothing = () => problem("not-found");

export { nothing as DELETE, nothing as GET, nothing as PATCH, nothing as POST, nothing as PUT };
