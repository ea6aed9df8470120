import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { providerSettings } from '../oauth/start-oauth.ts';
import { smsApiUrl } from '../sms/start-sms.ts';
import { spawnServer } from './spawn-server.ts';
import { step } from './steps.ts';
import { tsxArgs, type Workplace } from './workplace.ts';

const START_TIMEOUT_MS = 60_000;
const LOCAL_SMS_KEY = 'ACplazalocal:never-leaves-this-machine';

/** How the BFF sends text messages; nothing in it when it sends none. */
export interface SmsAccess {
  apiUrl: string | undefined;
  apiKey: string | undefined;
  from: string | undefined;
  /** Where to read what was sent; only with the stand-in. */
  inboxUrl: string | undefined;
}

/** Starts the stand-in for text messages, unless SMS_API_URL names a real way out. */
export async function startSms(workplace: Workplace): Promise<SmsAccess> {
  const { SMS_API_URL, SMS_API_KEY, SMS_FROM } = workplace.options;
  if (SMS_API_URL) return { apiUrl: SMS_API_URL, apiKey: SMS_API_KEY, from: SMS_FROM, inboxUrl: undefined };
  const url = workplace.urlOf('sms');
  await keepStandIn(workplace, 'sms', 'stand-in, text messages stay here', {
    DATA_DIR: join(workplace.dataDir, 'sms'),
    API_KEY: LOCAL_SMS_KEY,
  });
  return {
    apiUrl: smsApiUrl(url, LOCAL_SMS_KEY),
    apiKey: LOCAL_SMS_KEY,
    from: SMS_FROM ?? 'Plaza',
    inboxUrl: url,
  };
}

/** With whom people may sign in. */
export interface SocialAccess {
  /** For `SOCIAL_PROVIDERS`. */
  settings: string;
  /** Where the stand-ins are; undefined when the providers are real. */
  providersUrl: string | undefined;
}

/** Starts stand-ins of Google, GitHub and Facebook, unless SOCIAL_PROVIDERS names real ones. */
export async function startSocial(workplace: Workplace): Promise<SocialAccess> {
  const given = workplace.options.SOCIAL_PROVIDERS;
  if (given) return { settings: given, providersUrl: undefined };
  await keepStandIn(workplace, 'oauth', 'stand-ins of Google, GitHub and Facebook', {
    PUBLIC_URL: workplace.publicUrl,
  });
  return {
    settings: providerSettings(new URL(workplace.publicUrl).origin),
    providersUrl: workplace.urlOf('oauth'),
  };
}

async function keepStandIn(
  workplace: Workplace,
  name: 'sms' | 'oauth',
  note: string,
  env: Record<string, string>,
): Promise<void> {
  await step(name, async () => {
    await workplace.keep(name, () =>
      spawnServer({
        name,
        command: process.execPath,
        args: [...tsxArgs(), fileURLToPath(new URL(`../${name}/main.ts`, import.meta.url))],
        cwd: workplace.root,
        env: { ...env, PORT: String(workplace.ports[name]), HOST: '127.0.0.1' },
        logFile: workplace.logFile(name),
        readyUrl: `${workplace.urlOf(name)}/healthz`,
        startTimeoutMs: START_TIMEOUT_MS,
      }),
    );
    return note;
  });
}
