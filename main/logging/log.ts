/** What main's parts write to. Details are structured; secrets never belong into them. */
export type Log = {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
};
