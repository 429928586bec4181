// What the parts of the page have in common.
export const element = (id) => document.getElementById(id);

/** An element that shows nothing but this text. */
export function shownText(tag, text) {
  const made = document.createElement(tag);
  made.textContent = text;
  return made;
}

/** Asks the program for an action of this page. Resolves with whether it was understood. */
export async function post(action, words) {
  try {
    const body = words === undefined ? null : JSON.stringify(words);
    const answer = await fetch(action, { method: 'POST', body });
    return answer.ok;
  } catch {
    return false; // the program is gone
  }
}
