/** The server's time as far as this device can tell, whatever its own clock says. */
export function createClock(local: () => number = Date.now) {
  let ahead = Number.POSITIVE_INFINITY;

  return {
    /** A time that the server took just before it answered: the smallest distance seen is the best guess. */
    heard(serverTime: string) {
      ahead = Math.min(ahead, local() - Date.parse(serverTime));
    },
    nowMs: () => local() - (Number.isFinite(ahead) ? ahead : 0),
  };
}
