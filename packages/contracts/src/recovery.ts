import { z } from 'zod';
import { emailSchema, firstFactorRefusals, firstFactorResult } from './account.ts';
import { CAPTCHA_REFUSALS, captchaSolutionSchema } from './captcha.ts';
import { knownPasswordSchema, newPasswordSchema } from './passwords.ts';
import { refused } from './refused.ts';

/** The part of a mailed link behind the `#`. Whatever else is sent is a link that does not work. */
export const linkTokenSchema = z.string().max(200);

const done = z.object({ ok: z.literal(true), code: z.literal('done') });

/** For every procedure that says no more than that what was asked for is under way. */
export const linkRequestResult = z.discriminatedUnion('code', [
  done,
  refused('too_many_attempts', ...CAPTCHA_REFUSALS),
]);
export type LinkRequestResult = z.infer<typeof linkRequestResult>;

export const verifyEmailInput = z.object({
  token: linkTokenSchema,
  /** The password of the registration; asked for in a browser that did not register. */
  password: knownPasswordSchema.optional(),
});
export const verifyEmailResult = z.discriminatedUnion('code', [
  z.object({
    ok: z.literal(true),
    code: z.literal('verified'),
    /** Where its owner wanted to go when they registered; to be checked like every address from outside. */
    returnTo: z.string().nullable(),
  }),
  ...firstFactorRefusals,
  refused('link_invalid', 'password_required', 'wrong_password', 'sign_in_required', 'too_many_attempts'),
]);
export type VerifyEmailResult = z.infer<typeof verifyEmailResult>;

export const requestEmailChangeInput = z.object({ email: emailSchema });
export const linkInput = z.object({ token: linkTokenSchema });
export const emailChangeResult = z.discriminatedUnion('code', [
  done,
  refused('link_invalid', 'address_taken'),
]);
export type EmailChangeResult = z.infer<typeof emailChangeResult>;

export const requestResetInput = z.object({ email: emailSchema, captcha: captchaSolutionSchema });

/** What somebody can choose to be asked, besides a mailed link. */
export const securityQuestionSchema = z.enum([
  'first_concert',
  'childhood_street',
  'first_teacher',
  'childhood_friend',
  'first_job',
  'favourite_story',
  'hidden_place',
  'imagined_career',
]);
export type SecurityQuestion = z.infer<typeof securityQuestionSchema>;
export const SECURITY_QUESTIONS = securityQuestionSchema.options;
export const MAX_SECURITY_QUESTIONS = 3;

/** One form for answers that mean the same: width, case and spaces do not count. */
export const normaliseAnswer = (answer: string): string =>
  answer.normalize('NFKC').toLowerCase().trim().replaceAll(/\s+/gu, ' ');

const answerSchema = z
  .string()
  .max(200, { error: 'Use at most 200 characters.' })
  .refine((answer) => [...normaliseAnswer(answer)].length >= 3, { error: 'Use at least 3 characters.' });

export const setSecurityQuestionsInput = z.object({
  /** Those that count from now on; none turns the questions off. */
  answers: z
    .array(z.object({ question: securityQuestionSchema, answer: answerSchema }))
    .max(MAX_SECURITY_QUESTIONS)
    .refine((answers) => new Set(answers.map(({ question }) => question)).size === answers.length, {
      error: 'Choose each question once.',
    }),
});
export const securityQuestionsResult = z.object({ questions: z.array(securityQuestionSchema) });

export const openResetResult = z.discriminatedUnion('code', [
  z.object({
    ok: z.literal(true),
    code: z.literal('open'),
    /** For the browser's keeper of passwords, and because a password must not be like it. */
    email: z.string(),
    displayName: z.string(),
    questions: z.array(securityQuestionSchema),
  }),
  refused('link_invalid'),
]);
export type OpenResetResult = z.infer<typeof openResetResult>;

export const resetPasswordInput = z.object({
  token: linkTokenSchema,
  password: newPasswordSchema,
  /** To every question, in the order in which they were asked. */
  answers: z.array(z.string().max(200)).max(MAX_SECURITY_QUESTIONS).default([]),
});
export const resetPasswordResult = z.discriminatedUnion('code', [
  ...firstFactorResult.options,
  refused('link_invalid', 'weak_password', 'wrong_answers'),
]);
export type ResetPasswordResult = z.infer<typeof resetPasswordResult>;

export const openShopResult = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), slug: z.string() }),
  z.object({ ok: z.literal(false), code: z.literal('sells_already'), message: z.string() }),
]);
export type OpenShopResult = z.infer<typeof openShopResult>;
