import { z } from 'zod';
import { checkText, type TextKind } from './text-limits.ts';

function text(kind: TextKind) {
  return z.string().transform((input, context) => {
    const checked = checkText(kind, input);
    if (checked.ok) return checked.value;
    context.addIssue({ code: 'custom', message: checked.failure, params: { kind } });
    return z.NEVER;
  });
}

/** What a person may call a Jump Item, R2.2: 1–128 code points. The issue's message is a `TextRefusal`. */
export const JumpItemName = text('name');
export const TagName = text('tag');
export const Comments = text('comments');
