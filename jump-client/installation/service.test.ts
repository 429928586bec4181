import { expect, test } from 'vitest';
import { EXIT } from '../exit-codes.ts';
import { unitOf } from './service.ts';

test('a service that was removed in the console has not failed; one that is refused has, and neither starts again', () => {
  const unit = unitOf({
    folder: '/opt/jump-client-0123456789abcdef',
    record: { appliance: 'http://support.example:8420', mode: 'service', installer: null, outside: [] },
  });
  const words = (name: string) => new RegExp(`^${name}=(.*)$`, 'm').exec(unit)?.[1]?.split(' ').map(Number);
  expect(words('SuccessExitStatus')).toEqual([EXIT.removed]);
  expect(words('RestartPreventExitStatus')).toEqual(expect.arrayContaining([EXIT.refused, EXIT.removed]));
});
