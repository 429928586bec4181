import { expect, test, vi } from 'vitest';
import { parseSupportClientCommand } from './command-line.ts';

const parseAs = (isRoot: boolean, ...words: string[]) =>
  parseSupportClientCommand(['--appliance', 'http://127.0.0.1:8420/', ...words], {
    version: '1.0.0',
    isRoot,
  });
const parse = (...words: string[]) => parseAs(false, ...words);

test('a key is taken as people write it', () => {
  const expected = {
    appliance: 'http://127.0.0.1:8420',
    sessionKey: '1234567',
    name: '',
    withPage: true,
    mode: 'user',
  };
  for (const key of [
    '1234567',
    '123 4567',
    '123-4567',
    '123\u20134567',
    '123\u00a04567',
    '\uff11\uff12\uff13\uff14\uff15\uff16\uff17',
  ]) {
    expect(parse('--session-key', key)).toEqual(expected);
  }
  expect(parse('--session-key', '1234567', '--name', 'Erika', '--no-page')).toEqual({
    ...expected,
    name: 'Erika',
    withPage: false,
  });
});

test('R4.7 only root has a service installed', () => {
  expect(parseAs(true, '--session-key', '1234567', '--service')).toMatchObject({ mode: 'service' });
  expect(parseAs(true, '--session-key', '1234567')).toMatchObject({ mode: 'user' });
});

const wrong = [
  ['--session-key', '1234567', '--service'],
  ['--session-key', '123456'],
  ['--session-key', 'abcdefg'],
  [],
  ['--session-key', '1234567', '--quiet'],
];
test.each(wrong)('a wrong command line is refused with 2', (...words) => {
  const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  expect(() => parse(...words)).toThrow(expect.objectContaining({ exitCode: 2 }));
  expect(said).toHaveBeenCalled();
  said.mockRestore();
});
