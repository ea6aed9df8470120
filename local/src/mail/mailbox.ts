import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import PostalMime from 'postal-mime';

/** Older ones are dropped. */
const MAX_MAILS = 1_000;
const FILE = /^(\d{13}-[0-9a-f]{8})\.eml$/;
/** Written above the mail as it came: who it was for, which the mail itself may not say. */
const ENVELOPE_HEADER = 'X-Envelope-To: ';

export interface KeptMail {
  id: string;
  messageId: string;
  from: string;
  to: string[];
  subject: string;
  receivedAt: string;
  text: string;
  html: string;
  /** How often a mail with this Message-ID came; inboxes show it once. */
  copies: number;
}

/** Mails in a folder, one file each, as they came. */
export class Mailbox {
  readonly #folder: string;
  readonly #mails: Map<string, KeptMail>;

  private constructor(folder: string, mails: Map<string, KeptMail>) {
    this.#folder = folder;
    this.#mails = mails;
  }

  /** Reads what is in the folder, making it when there is none. */
  static async open(folder: string): Promise<Mailbox> {
    await mkdir(folder, { recursive: true });
    const mails = new Map<string, KeptMail>();
    for (const name of (await readdir(folder)).sort()) {
      const id = FILE.exec(name)?.[1];
      if (id !== undefined) mails.set(id, await readMail(id, await readFile(join(folder, name))));
    }
    return new Mailbox(folder, mails);
  }

  /** Keeps a mail; it is on disk when this settles. One with a Message-ID that is known is counted. */
  async keep(raw: Buffer, recipients: readonly string[]): Promise<void> {
    const id = `${String(Date.now()).padStart(13, '0')}-${randomBytes(4).toString('hex')}`;
    const stored = Buffer.concat([Buffer.from(`${ENVELOPE_HEADER}${recipients.join(', ')}\r\n`), raw]);
    const mail = await readMail(id, stored);
    const known = [...this.#mails.values()].find(
      (one) => one.messageId !== '' && one.messageId === mail.messageId,
    );
    if (known) {
      known.copies += 1;
      return;
    }
    // Renamed into place, so that nobody ever reads half a mail.
    const file = join(this.#folder, `${id}.eml`);
    await writeFile(`${file}.new`, stored);
    await rename(`${file}.new`, file);
    this.#mails.set(id, mail);
    await this.#dropOldest();
  }

  /** Newest first. @param to part of a recipient's address; all when empty */
  list(to: string, limit: number): KeptMail[] {
    const wanted = to.trim().toLowerCase();
    return [...this.#mails.values()]
      .reverse()
      .filter((mail) => wanted === '' || mail.to.some((address) => address.includes(wanted)))
      .slice(0, limit);
  }

  get(id: string): KeptMail | undefined {
    return this.#mails.get(id);
  }

  async clear(): Promise<void> {
    for (const id of [...this.#mails.keys()]) await this.#drop(id);
  }

  async #dropOldest(): Promise<void> {
    for (const id of [...this.#mails.keys()].slice(0, Math.max(0, this.#mails.size - MAX_MAILS)))
      await this.#drop(id);
  }

  async #drop(id: string): Promise<void> {
    this.#mails.delete(id);
    await rm(join(this.#folder, `${id}.eml`), { force: true });
  }
}

async function readMail(id: string, stored: Buffer): Promise<KeptMail> {
  const mail = await PostalMime.parse(stored);
  const envelope = mail.headers.find((header) => header.key === 'x-envelope-to')?.value ?? '';
  return {
    id,
    messageId: mail.messageId ?? '',
    from: mail.from === undefined ? '' : `${mail.from.name} <${mail.from.address ?? ''}>`,
    to: envelope.split(', ').filter((address) => address !== ''),
    subject: mail.subject ?? '',
    receivedAt: new Date(Number(id.slice(0, 13))).toISOString(),
    text: mail.text ?? '',
    html: mail.html ?? '',
    copies: 1,
  };
}
