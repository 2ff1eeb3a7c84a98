/** Name of the image's repository, the same for both environments: what was tested is what runs. */
export const imageName = "text-service";

/** The program in the image, without a shell. */
export const entryPoint = ["/usr/local/bin/node", "/app/cli.mjs"];
export const port = 8080;

/** What a request to see whether a replica is ready asks for (Open Inference Protocol). */
export const readyPath = "/v2/health/ready";
