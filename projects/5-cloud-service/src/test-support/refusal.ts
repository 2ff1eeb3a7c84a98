/** The message with which a promise is refused; an error that is none of `Refusal`, such as a Todo, goes on. */
export async function refusal(
  promise: Promise<unknown>,
  Refusal: new (...args: never[]) => Error,
): Promise<string> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
  return "nothing is refused";
}
