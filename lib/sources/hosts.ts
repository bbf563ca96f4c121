/** What the sources ask for over the network. */
export const requestedHosts = ['https://huggingface.co/*'] as const
