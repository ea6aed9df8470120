import type { OutgoingMail } from '../../platform/mail.ts';
import type { MailContent } from './mail-content.ts';
import { renderHtml } from './render-html.ts';
import { renderText } from './render-text.ts';

const MAX_SUBJECT_LENGTH = 150;

/** Both forms of a mail and its subject. @param publicUrl the shop's own address */
export async function renderMail(
  content: MailContent,
  publicUrl: string,
): Promise<Pick<OutgoingMail, 'subject' | 'html' | 'text' | 'unsubscribeHref'>> {
  return {
    subject: content.subject.replace(/\s+/g, ' ').trim().slice(0, MAX_SUBJECT_LENGTH),
    html: await renderHtml(content, publicUrl),
    text: renderText(content, publicUrl),
    ...(content.unsubscribeHref !== undefined && { unsubscribeHref: content.unsubscribeHref }),
  };
}
