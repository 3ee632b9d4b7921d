type Listeners<E> = { [K in keyof E]?: Set<(event: E[K]) => void> };

export function createEmitter<E>() {
  const listeners: Listeners<E> = {};

  return {
    /** Returns how to stop listening. */
    on<K extends keyof E>(name: K, listener: (event: E[K]) => void): () => void {
      const set = listeners[name] ?? new Set();
      listeners[name] = set.add(listener);
      return () => void set.delete(listener);
    },
    emit<K extends keyof E>(name: K, event: E[K]) {
      for (const listener of listeners[name] ?? []) call(listener, event);
    },
  };
}

/** An app's mistake in a listener is the app's to hear of, and must not stop the library in the middle of its work. */
function call<T>(listener: (event: T) => void, event: T) {
  try {
    listener(event);
  } catch (error) {
    setTimeout(() => {
      throw error;
    });
  }
}
