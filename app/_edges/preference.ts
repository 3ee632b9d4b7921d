import { cookies } from "next/headers";

/** What this browser keeps of how a page is shown: nothing that matters. */
export const preference = async (name: string) => (await cookies()).get(name)?.value;
