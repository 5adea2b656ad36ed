# Words of documents and tables that the program writes for others.
