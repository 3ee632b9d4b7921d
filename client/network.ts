type NetworkListener = {
  /** The device says that it has a network again, or the app is looked at again after a while. */
  onWake: () => void;
  onOffline: () => void;
};

/** Listens to what a browser knows of its network; elsewhere nothing is known and nothing happens. */
export function watchNetwork({ onWake, onOffline }: NetworkListener): () => void {
  if (typeof addEventListener !== "function" || typeof document === "undefined") return () => {};
  const onVisible = () => document.visibilityState === "visible" && onWake();
  addEventListener("online", onWake);
  addEventListener("offline", onOffline);
  document.addEventListener("visibilitychange", onVisible);
  return () => {
    removeEventListener("online", onWake);
    removeEventListener("offline", onOffline);
    document.removeEventListener("visibilitychange", onVisible);
  };
}

export const knownOffline = () => typeof navigator !== "undefined" && navigator.onLine === false;
