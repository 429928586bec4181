/** The window around it: sign-in, the connection, notices, the application menu. */
export const consoleTexts = {
  'console.title': 'Jump Console',
} as const;
