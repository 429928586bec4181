import { createTexts } from '#app/texts/texts.ts';

/** Every text the window shows comes from here. */
export const t = createTexts('en');
