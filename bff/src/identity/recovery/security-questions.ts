import { normaliseAnswer, type SecurityQuestion, type setSecurityQuestionsInput } from '@plaza/contracts';
import type { z } from 'zod';
import { appendAudit } from '../../audit/public.ts';
import type { Services } from '../../platform/services.ts';
import type { Session } from '../../platform/trpc.ts';
import { listAnswers, replaceAnswers, type SecurityAnswer } from './security-answer.repository.ts';

interface Asker {
  services: Services;
  session: Session;
}

/** The questions that the account has set up, without anything of the answers. */
export async function getSecurityQuestions({
  services,
  session,
}: Asker): Promise<{ questions: SecurityQuestion[] }> {
  const answers = await listAnswers(services.database.client, session.account.id);
  return { questions: answers.map(({ question }) => question) };
}

/** Sets which questions recovery asks besides the mailed link; none turns them off. */
export async function setSecurityQuestions(
  { services, session }: Asker,
  input: z.output<typeof setSecurityQuestionsInput>,
): Promise<{ questions: SecurityQuestion[] }> {
  const accountId = session.account.id;
  const answers = await Promise.all(
    input.answers.map(async ({ question, answer }) => ({
      question,
      answerHash: await services.passwords.hash(normaliseAnswer(answer)),
    })),
  );
  await services.database.client.begin(async (tx) => {
    await replaceAnswers(tx, { accountId, answers });
    await appendAudit(tx, {
      actor: { kind: 'account', accountId },
      action: 'account.security_questions_set',
      subject: { kind: 'account', id: accountId },
      details: { count: answers.length },
      at: services.clock.now(),
    });
  });
  return { questions: answers.map(({ question }) => question) };
}

/** Whether every answer is right. All are looked at, so that the time taken does not tell which was wrong. */
export async function areRight(
  { passwords }: Services,
  asked: readonly SecurityAnswer[],
  answers: readonly string[],
): Promise<boolean> {
  const verdicts = await Promise.all(
    asked.map(({ answerHash }, at) => passwords.verify(answerHash, normaliseAnswer(answers[at] ?? ''))),
  );
  return verdicts.every(({ isRight }) => isRight);
}
