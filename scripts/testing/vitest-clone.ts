import { inject } from "vitest";
import { cloneTemplate } from "../database/clones";

// Before each file of the project "db", and before any module of the server is loaded: a database
// that no other file writes to.
const template = { ownerUrl: inject("ownerUrl"), login: inject("login") };
const { ownerUrl, appUrl } = await cloneTemplate(template, `w${process.env.VITEST_POOL_ID}`);
process.env.TEST_OWNER_URL = ownerUrl;
process.env.APP_DATABASE_URL = appUrl;
