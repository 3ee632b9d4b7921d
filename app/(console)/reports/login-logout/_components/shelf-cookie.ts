/** Whether the shelf of columns is open. */
export const shelfCookie = "report-shelf";
