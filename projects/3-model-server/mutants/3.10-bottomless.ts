// Misconception: Who was quiet for an hour may send an hour's requests at once.
// file: src/protection/token-bucket.ts
//#region solution 3.10 one token out of the bucket
const perMs = perMinute / 60_000;
const tokens = bucket.tokens + (now - bucket.at) * perMs;
if (tokens >= 1) return { bucket: { tokens: tokens - 1, at: now }, retryAfter: 0 };
return { bucket: { tokens, at: now }, retryAfter: Math.ceil((1 - tokens) / perMs / 1000) };
//#endregion
