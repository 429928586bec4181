import { expect, test, vi } from 'vitest';
import { JumpItemId } from '#app/domain/ids.ts';
import { createItemNotifications } from './item-notifications.ts';

const reception = {
  title: 'Reception is online',
  body: 'Jumping to it now.',
  jumpItemId: JumpItemId.parse('ji-1'),
};

test('a click on a notification brings the window to the front and tells which item it was about', () => {
  const [bringToFront, onChosen] = [vi.fn(), vi.fn()];
  let click: () => void = () => undefined;
  const show = vi.fn((_shown: unknown, onClick: () => void) => {
    click = onClick;
  });
  createItemNotifications({ show, isWindowInFront: () => false, bringToFront, onChosen })(reception);
  expect(show.mock.calls[0]?.[0]).toEqual({ title: 'Reception is online', body: 'Jumping to it now.' });
  expect(bringToFront).not.toHaveBeenCalled();
  click();
  expect(bringToFront).toHaveBeenCalledOnce();
  expect(onChosen).toHaveBeenCalledWith('ji-1');
});

test('who looks at the window is not notified twice', () => {
  const show = vi.fn();
  const [bringToFront, onChosen] = [vi.fn(), vi.fn()];
  createItemNotifications({ show, isWindowInFront: () => true, bringToFront, onChosen })(reception);
  expect(show).not.toHaveBeenCalled();
});
