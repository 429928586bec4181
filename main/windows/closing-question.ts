type Deps = {
  /** True while the page has support sessions open. */
  hasSessions: () => boolean;
  /** Has the page ask whether to close, and name the sessions. */
  ask: () => void;
  close: () => void;
};

/**
 * Before the window closes with support sessions in it, its page asks. Whoever closes it once more without an answer
 * means it, or has a page that does not answer. A program or a system that ends the console is not held up.
 */
export function createClosingQuestion({ hasSessions, ask, close }: Deps) {
  let isAsked = false;
  let isAllowed = false;
  return {
    /** The window is about to close. */
    closing(event: { preventDefault(): void }): void {
      if (isAllowed || isAsked || !hasSessions()) return;
      event.preventDefault();
      isAsked = true;
      ask();
    },
    /** What the person chose. */
    answer({ closes }: { closes: boolean }): Record<string, never> {
      isAsked = false;
      isAllowed = closes;
      if (closes) close();
      return {};
    },
    /** The page that was to answer is gone. */
    forget(): void {
      isAsked = false;
    },
    /** The console ends without asking. */
    allow(): void {
      isAllowed = true;
    },
  };
}
