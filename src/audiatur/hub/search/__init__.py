"""Search over articles, statements, speakers and stories: what is indexed, how it is asked for, what is shown."""
