/** Whether the shelf of columns is open; it goes by the window until somebody has said. */
export const shelfCookie = "report-shelf";
