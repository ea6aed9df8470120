import { type SecurityQuestion, securityQuestionSchema } from '@plaza/contracts';
import { z } from 'zod';
import { parseRows, type Query } from '../../platform/query.ts';

const answerSchema = z.object({ question: securityQuestionSchema, answerHash: z.string() });
export type SecurityAnswer = z.output<typeof answerSchema>;

/** Questions of an account with the hashes of their answers, in the order in which they are asked. */
export async function listAnswers(query: Query, accountId: string): Promise<SecurityAnswer[]> {
  const rows = await query`
    select question, answer_hash as "answerHash" from security_answer
    where account_id = ${accountId} order by position`;
  return parseRows(answerSchema, rows);
}

/** Sets the questions of an account; those of before are gone. */
export async function replaceAnswers(
  query: Query,
  input: { accountId: string; answers: readonly { question: SecurityQuestion; answerHash: string }[] },
): Promise<void> {
  // Who sets them twice at once has the ones that were set last.
  await query`select from account where id = ${input.accountId} for update`;
  await query`delete from security_answer where account_id = ${input.accountId}`;
  for (const [position, { question, answerHash }] of input.answers.entries())
    await query`
      insert into security_answer (account_id, question, answer_hash, position)
      values (${input.accountId}, ${question}, ${answerHash}, ${position})`;
}
