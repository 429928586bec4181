import type { z } from 'zod';

/** Why the control interface does not do what was asked, as an HTTP status and a sentence. */
export class ControlRefusal extends Error {
  override readonly name = 'ControlRefusal';
  readonly status: number;
  /** The field that is wrong, where it is one. */
  readonly field: string | undefined;
  constructor(status: number, reason: string, field?: string) {
    super(reason);
    this.status = status;
    this.field = field;
  }
}

/** @throws ControlRefusal 422 with the field and the reason: a `TextRefusal` for names, tags and comments (R2.2) */
export function parseBody<T extends z.ZodType>(schema: T, body: unknown): z.infer<T> {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new ControlRefusal(422, issue?.message ?? 'malformed', issue?.path.join('.'));
}
