export { createTestClickHouse, type TestClickHouse } from './create-test-clickhouse.ts';
export { createTestDatabase, type TestDatabase } from './create-test-database.ts';
export { createTestMail, type TestMail } from './create-test-mail.ts';
export { type Consent, createTestOAuth, type TestOAuth } from './create-test-oauth.ts';
export { createTestRedis, type TestRedis } from './create-test-redis.ts';
export { createTestSms, type TestSms } from './create-test-sms.ts';
export { createTestStripe, type TestStripe } from './create-test-stripe.ts';
