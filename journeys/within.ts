/** The longest a step of a journey takes on a busy machine. */
const LONGEST_STEP_SECONDS = 120;

/** Does a step of a journey; one that hangs fails with words that say which. */
export async function within<T>(words: string, step: () => Promise<T>, seconds = LONGEST_STEP_SECONDS): Promise<T> {
  const limit = Promise.withResolvers<never>();
  const timer = setTimeout(
    () => limit.reject(new Error(`${words}: not done after ${String(seconds)} s`)),
    seconds * 1000,
  );
  try {
    return await Promise.race([step(), limit.promise]);
  } catch (error) {
    throw new Error(`${words}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  } finally {
    clearTimeout(timer);
  }
}
