/** A refusal that the person at the terminal can act on: shown as it stands, without a stack. */
export class SetupError extends Error {
  name = 'SetupError';
}
