import type { TestProject } from "vitest/node";
import { startTestServer } from "./test-server";

declare module "vitest" {
  interface ProvidedContext {
    ownerUrl: string;
    login: { user: string; password: string };
  }
}

/** Once for all files of the project "db": the server and its template. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { ownerUrl, login, stop } = await startTestServer();
  project.provide("ownerUrl", ownerUrl);
  project.provide("login", login);
  return stop;
}
