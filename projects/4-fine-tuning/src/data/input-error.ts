/** The user's file or option is at fault, not the program: the command line shows the message alone. */
export class InputError extends Error {
  override readonly name = "InputError";
}
