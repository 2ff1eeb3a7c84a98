// Misconception: Retry-After can be rounded like any number.
// file: src/protection/token-bucket.ts
//#region solution 3.10 one token out of the bucket
const perMs = perMinute / 60_000;
const tokens = Math.min(perMinute, bucket.tokens + (now - bucket.at) * perMs);
if (tokens >= 1) return { bucket: { tokens: tokens - 1, at: now }, retryAfter: 0 };
return { bucket: { tokens, at: now }, retryAfter: Math.floor((1 - tokens) / perMs / 1000) };
//#endregion
