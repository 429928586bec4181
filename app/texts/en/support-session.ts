/** Support sessions and their tabs. */
export const supportSessionTexts = {
  'support-session.end': 'End session',
  'support-session.command-shell': 'Command Shell',
  'support-session.system-information': 'System Information',
} as const;
