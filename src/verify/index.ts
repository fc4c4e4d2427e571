export { auditRegister, type Audit, type AuditExpectation, type RegisterSource } from './audit-register.ts';
export type { Difference } from './register-state.ts';
export { isProven, verdictOn, type Step, type StepId, type Verdict, type VerifyTools } from './step.ts';
export { verifyAbsence } from './verify-absence.ts';
export { verifyFile } from './verify-file.ts';
export { verifyProof, type ProofExpectation, type Verification } from './verify-proof.ts';
export { isStatusList, looksSigned } from './signed-files.ts';
export { verifyCredential, type CredentialExpectation, type CredentialVerification } from './verify-credential.ts';
export { webCryptoEd25519 } from './web-crypto-ed25519.ts';
