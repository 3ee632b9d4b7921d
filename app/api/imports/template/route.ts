import { csvFile } from "@/app/_edges/console-route";

const rows = [
  ["username", "name", "email", "team", "roles", "supervises", "personnelNumber", "password"],
  ["maria", "Maria Ortiz", "maria@example.com", "Billing", "agent", "", "00712", ""],
  ["jonas", "Jonas Lind", "jonas@example.com", "Billing", "agent;supervisor", "Billing;Sales", "00713", ""],
];

/** A file to begin with. */
export const GET = () => csvFile("users.csv", rows);
