import { describe, expect, it } from 'vitest';
import { readOptions } from './options.ts';

describe('options', () => {
  it('need nothing', () => {
    expect(readOptions([], { DATABASE_URL: '' })).toEqual({
      PORT: 3000,
      HOST: '127.0.0.1',
      PLAZA_DATA_DIR: '.data',
      STAFF_SECOND_STEP: 'optional',
      reset: false,
      demo: true,
      dev: false,
      devRemotes: [],
    });
  });

  it('put the demo, whose passwords everybody knows, into a database of somebody only when asked to', () => {
    const own = { DATABASE_URL: 'postgres://db.example/plaza' };
    expect(readOptions([], own).demo).toBe(false);
    expect(readOptions(['--demo'], own).demo).toBe(true);
  });

  it('ask the staff for a second step, but for the demo in a database of ours', () => {
    const own = { DATABASE_URL: 'postgres://db.example/plaza' };
    expect(readOptions(['--demo'], own).STAFF_SECOND_STEP).toBe('required');
    expect(readOptions([], {}).STAFF_SECOND_STEP).toBe('optional');
    expect(readOptions([], { STAFF_SECOND_STEP: 'required' }).STAFF_SECOND_STEP).toBe('required');
  });

  it('develop all remotes, or the named ones', () => {
    expect(readOptions(['--dev'], {}).devRemotes).toHaveLength(5);
    expect(readOptions(['--dev', '--only', 'catalog-mfe'], {}).devRemotes).toEqual(['catalog-mfe']);
  });

  it.each([
    [['--only', 'catalog-mfe'], {}, '--only belongs to --dev'],
    [['--dev', '--only', 'other'], {}, '--only takes one of'],
    [['--unknown'], {}, '--unknown'],
    [[], { PORT: '70000' }, 'PORT'],
    [[], { DATABASE_URL: 'nowhere' }, 'DATABASE_URL'],
    [[], { STRIPE_SECRET_KEY: 'sk_test_x' }, 'STRIPE_WEBHOOK_SECRET'],
    [[], { SMTP_URL: 'smtps://mail.example.com' }, 'MAIL_FROM'],
  ])('%j with %j say what is wrong', (args, env, message) => {
    expect(() => readOptions(args, env)).toThrow(message);
  });
});
