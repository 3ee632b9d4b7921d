/** Runs a task on each input, one after the other in the order given; a failure is told, and the next one runs. */
export function inOrder<T = void>(task: (input: T) => Promise<void>, failed: (error: unknown) => void) {
  let last = Promise.resolve();
  return (input: T) => {
    last = last.then(() => task(input)).catch(failed);
  };
}
