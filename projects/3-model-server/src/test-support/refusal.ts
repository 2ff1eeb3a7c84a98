/** The message with which a call throws one of our own errors; any other error, such as a Todo, goes on. */
export function refusal(call: () => unknown, Refusal: new (...args: never[]) => Error): string {
  try {
    call();
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
  return "nothing is refused";
}
