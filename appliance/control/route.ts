/** One thing that QA may ask for. */
export type Route = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Exact; `:id` stands for one segment. */
  readonly path: string;
  answer(call: { readonly id: string; readonly body: unknown }): Promise<unknown> | unknown;
};
