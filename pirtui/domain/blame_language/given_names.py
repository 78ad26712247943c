"""Given names that are seldom anything else, for texts whose people are on no roster.

Left out on purpose: names of well-known software (Cassandra, Ruby, Travis, Otto) and everyday words.
"""

_NAMES = """
    Aaliyah Aarav Aaron Abbas Abdul Abdullah Abena Abeni Abhishek Abigail Achim Ada Adaeze Adam Adebayo
    Adele Adeline Adeyemi Aditi Aditya Adnan Adrian Adriana Adrien Agata Agnes Agneta Agnieszka Agus
    Ahmad Ahmed Aigerim Aiko Aileen Ainhoa Ainsley Aisha Ajay Akash Akin Akira Akosua Akua Alain Alan
    Alana Alasdair Alba Albert Alberto Alejandro Aleksander Aleksandra Aleksei Alena Alessandra
    Alessandro Alessia Alex Alexander Alexandra Alexei Alexis Alfonso Alfred Alhassan Ali Alice Alicia
    Alina Alison Aliyah Allison Alma Alonso Aman Amanda Amara Amelia Amina Aminata Amir Amit Amos Amy Ana
    Anahit Anastasia Anaïs Anders Andersson Andre Andrea Andreas Andrei Andrej Andres Andrew Andrzej
    André Andy Aneta Angela Angelica Angelina Angelo Angus Anil Anirudh Anita Anjali Anjana Ankit Ann
    Anna Annabel Anne Anneke Annette Annika Ansel Anthony Antje Antoine Anton Antonella Antonia Antonio
    Anusha Anwar Anya Araceli Archana Archie Aria Ariel Arjun Arlene Armando Arnaud Arne Arnold Arthur
    Arturo Arun Arvind Asha Ashley Ashok Asif Asma Astrid Aung Aurelie Aurora Ava Avi Axel Ayesha Aylin
    Ayo Ayodele Ayumi Azadeh Aziz Balazs Balázs Baraka Barbara Barnaby Bart Bartosz Basil Bastian Bea
    Beatrice Beatriz Ben Benedikt Benito Benjamin Benoit Bernadette Bernard Bernd Bernhard Bert Beth
    Bettina Betty Bhavna Bianca Bianchi Bilal Birgit Bjorn Björn Blanca Bo Bob Bogdan Bojan Boris Bram
    Brandon Brenda Brendan Brian Brigitte Bronwyn Brooke Bruce Bruno Bryan Budi Caitlin Callum Cameron
    Camille Carina Carl Carla Carlo Carlos Carmen Carol Carolina Caroline Carolyn Carsten Caspar Catarina
    Catherine Cathy Cecile Cecilia Celeste Celia Celine Chandra Chantal Charlene Charles Charlie
    Charlotte Chen Chiamaka Chiara Chidi Chinedu Chinonso Chinwe Chioma Chloe Chloé Chowdhury Chris
    Christa Christelle Christiane Christina Christine Christoph Christopher Christos Chukwuemeka Ciara
    Claire Clara Claudia Clement Cleo Cliff Clive Colin Connor Conor Constance Cora Corinna Cornelia
    Craig Cristina Cynthia Cyril Damian Damien Dan Dana Danica Daniel Daniela Daniele Danielle Danuta
    Daphne Daria Dario Darius Dariusz Darko Darren Darya Dave David Davide Debbie Deborah Declan Dee
    Deepa Deepak Delphine Demetrius Denis Denise Dennis Derek Desmond Detlef Devi Dewi Dhruv Diana Diego
    Dieter Dilip Dima Dimitri Dina Dinesh Dirk Divya Djamila Dlamini Dmitri Dmitry Dmytro Dolores
    Domenico Dominic Dominik Dominika Dominique Don Donald Donna Doreen Doris Dorota Dorothy Doug Douglas
    Dragan Dubois Duc Duncan Dusan Dylan Ebony Ed Eddie Edith Eduard Eduardo Edward Edwin Efua Eileen
    Eitan Ekaterina Ela Eleanor Elena Eleni Eliana Elias Elif Elijah Elina Elisa Elise Elizabeth Elke
    Ella Ellen Ellie Elliot Elliott Eloise Elsa Elvira Emanuel Emeka Emil Emilia Emilie Emilio Emily
    Emine Emma Emre Enrico Enrique Enzo Eric Erica Erik Erika Erin Ernesto Ernst Erwin Estelle Esther
    Ethan Eugene Eugenia Eun Eva Evan Eve Evelyn Evgeny Ewa Eylul Ezekiel Fabian Fabio Fabrice Fadi
    Faisal Farah Farhan Farid Farida Farouk Fatima Fatma Fatou Federico Felicia Felicity Felipe Felix
    Ferdinand Fergus Fernanda Fernandez Fernando Filip Filippo Finn Fiona Flavia Flavio Florian Floriane
    Folake Francesca Francesco Francis Franco Francois Frank Franz Franziska François Frauke Fred Freddie
    Frederic Frederick Frederik Freya Frida Friederike Fritz Fumiko Gabriel Gabriela Gabriele Gabriella
    Garcia Gareth Gary Gaurav Gavin Geert Gemma Genevieve Geoff Geoffrey Georg George Georgia Georgina
    Georgios Gerald Gerard Gerd Gerhard Gertrude Gilbert Gilles Gina Gintaras Giorgi Giorgio Giovanni
    Girish Giulia Giuseppe Gloria Gonzalez Gonzalo Gopal Gordon Graham Greg Gregor Gregory Greta Grzegorz
    Guido Guillaume Guillermo Gunnar Gunter Gustav Gustavo Gwen Habib Haddad Hafsa Hakan Halima Hamid
    Hamza Hana Hanna Hannah Hanne Hans Hansen Haoran Harish Harold Harriet Harry Haruka Haruki Haruto
    Harvey Hasan Hassan Hazel Heather Hector Hedda Hedwig Heidi Heike Heiko Heinrich Helen Helena Helga
    Helmut Hendrik Henk Henning Henri Henrietta Henrik Henry Herbert Hernandez Hideo Hilda Hilde Hillary
    Hiroko Hiroshi Holly Horst Howard Huang Hubert Huda Hugh Hugo Hussain Hussein Hye Hyun Håkon Ian
    Ibrahim Ibrahima Ida Ifeanyi Ifeoma Ignacio Igor Iker Ilana Ilaria Ilse Ilya Imani Imogen Imran
    Indira Ines Inga Ingrid Inès Ioana Ionut Irene Irina Isaac Isabel Isabella Isabelle Isha Ishaan
    Ishita Ismail Istvan István Iva Ivan Ivana Ivanov Ivo Jacob Jacqueline Jacques Jada Jaime Jake Jakob
    Jakub Jalal Jamal James Jamie Jamila Jan Jane Janet Janine Janusz Jarek Jari Jaroslav Jasmin Jasmine
    Jason Jasper Javed Javier Jaya Jayden Jean Jeanette Jeanne Jeff Jeffrey Jelena Jenna Jenni Jennifer
    Jenny Jens Jensen Jeremy Jeroen Jerome Jerry Jesse Jessica Jiawei Jiho Jill Jim Jimmy Jing Jiri Jisoo
    Jiří Joachim Joan Joanna Joanne Joao Joaquin Joaquín Jochen Jodie Joe Joel Joelle Johan Johanna
    Johannes Johansson John Johnny Johnson Jon Jonah Jonas Jonathan Jonathon Joost Jordan Jorg Jorge Jose
    Josef Josefina Joseph Josephine Josh Joshua José Joyce João Juan Juanita Judith Judy Jukka Jules
    Julia Julian Juliana Julie Julien Juliet Julio Julius Juma Junko Jurgen Justin Justine Justyna Jörg
    Jörn Jürgen Kabir Kai Kaito Kamala Kamil Kamila Karel Karen Karim Karin Karina Karl Karla Karolina
    Karsten Kasia Kaspar Katarina Katarzyna Kate Katerina Katharina Katherine Kathleen Kathrin Kathy
    Katie Katja Katrin Kaur Kavita Kayla Kazuki Kehinde Keiko Keira Keith Kelly Ken Kenji Kenneth Kenta
    Kerry Kevin Khadija Khaled Khalid Khan Kieran Kim Kimberly Kiran Kirsten Kirsty Klara Klaus Kofi Kojo
    Konrad Konstantin Kowalski Krishna Kristen Kristian Kristin Kristina Kristof Krystyna Krzysztof Kumar
    Kurt Kwabena Kwame Kwesi Kyle Lachlan Laila Lakshmi Lamin Lara Larissa Larry Lars Larsen Lasse Laszlo
    Latoya Laura Lauren Laurent Laurie Lavanya Lawrence Layla Lea Leander Leandro Lee Leif Leigh Leila
    Lena Lennart Lenny Leo Leon Leonard Leonardo Leonie Leopold Leslie Leticia Letizia Levan Levi Lewis
    Liam Liang Lidia Lieke Lihua Lilian Lillian Lily Lina Linda Linh Linnea Linus Lionel Lisa Liu Livia
    Liz Ljiljana Lokesh Lola Lopez Lorenzo Loretta Lorna Lorraine Lotte Lou Louis Louise Lubna Luc Luca
    Lucas Lucia Luciana Luciano Lucie Lucien Lucille Lucy Ludmila Ludovic Ludwig Luigi Luis Luisa Luiz
    Luka Lukas Lukasz Luke Lukáš Lupita Lydia Lynn László Mabel Maciej Madeleine Madison Magda Magdalena
    Magnus Mahesh Mahmoud Maike Maja Maksim Malcolm Malik Malin Mallory Mamadou Manfred Manish Manoj
    Manuel Manuela Marc Marcel Marcela Marcelo Marcin Marco Marcus Marek Margaret Margarita Margot Maria
    Mariam Mariana Marianne Mariano Marica Marie Marie-Claire Marietta Marija Marijke Marilyn Mario
    Marion Marisa Marisol Marius Mariusz Marjan Marjorie Markus Marlene Marlon Marta Martha Martijn
    Martin Martina Martinez Martín Marvin Mary Maryam Masahiro Masha Massimo Mateo Mathieu Mathilde
    Matilda Mats Matt Matteo Matthew Matthias Matthieu Mattia Maureen Maurice Maxim Maxime Maxine Maya
    Małgorzata Meera Megan Mehdi Mehmet Mei Meike Meiling Melanie Melinda Melissa Mensah Mercedes
    Meredith Merve Mia Michael Michaela Michal Michel Michele Michelle Micheál Miguel Miguelangel Mika
    Mikael Mike Mikhail Mikko Mila Milan Milena Milica Milo Milos Ming Minh Minjun Mira Miranda Mireille
    Miriam Mirko Misaki Mitch Mitchell Mohamed Mohammad Mohammed Mohan Moira Moises Molly Mona Monica
    Monika Monique Moreau Morgan Moritz Moses Moshe Mostafa Mourad Muhammad Mukesh Murat Muriel Murray
    Mustafa Mwangi Myra Müller Nabil Nadia Nadine Nadège Nahid Nanami Nancy Nandini Naoko Naomi Naresh
    Nasir Nasreen Nasrin Nastya Natalia Natalie Natascha Natasha Nathalie Nathan Nathaniel Naveen Navid
    Nayeli Neha Neil Nelly Nelson Nerea Neve Ngozi Nguyen Nia Niall Niamh Nicholas Nick Nicki Nico Nicola
    Nicolai Nicolas Nicole Nicolás Niels Nielsen Nigel Nikhil Nikita Niklas Niko Nikola Nikolai Nikolaj
    Nikolaos Nikolas Nils Nina Nisha Nishant Njeri Nkosi Noa Noah Noelle Noemi Noor Nora Norman Novak
    Nuno Nur Nura Nurlan Nurul Obinna Oisin Okafor Oksana Olaf Ole Oleg Oleksandr Olena Olga Oliver
    Olivia Oliwia Olu Olumide Oluwaseun Oluwatobi Omar Omari Ondrej Orla Orlando Orsolya Oscar Osman
    Osvaldo Otieno Ottavio Owen Pablo Padma Paige Pallavi Pamela Pankaj Paolo Parisa Pascal Pasquale
    Patel Patricia Patrick Patrik Patrycja Paul Paula Paulina Pauline Paulo Pavel Pawel Paweł Pedro Peggy
    Per-Olof Percy Petar Pete Peter Petr Petra Petros Petrov Petter Pham Phil Philip Philipp Philippa
    Philippe Phoebe Phuong Pia Pierre Pieter Pietro Pilar Piotr Polly Pooja Prakash Pranav Prashant
    Pratik Preeti Prem Priti Priya Priyanka Przemek Putri Quentin Quinn Rachel Rachid Radek Radhika Radu
    Rafael Raffaele Ragnar Rahim Rahman Rahul Raisa Raj Rajesh Rakesh Ralf Ralph Ramesh Ramon Ramona
    Randall Randy Rania Ranjit Raphael Rashid Rasmus Raul Ravi Raymond Raúl Rebecca Reena Regina Rehan
    Reinhard Reinier Remi Renata Renate Rene Renee Renzo René Reto Reza Rhea Rhys Ricarda Ricardo
    Riccardo Richa Richard Rick Ricky Rikke Riley Rina Rita Rizal Rob Robert Roberta Roberto Rocio Rodney
    Rodrigo Rodriguez Roger Rohan Rohit Rok Roland Rolf Romain Roman Ron Ronald Ronan Ronen Ronja Ronnie
    Rory Rosa Rosalia Rosalind Rosanna Rosemary Rosie Ross Rossi Rowan Roxana Roy Roya Ruchi Rudi Rudolf
    Rui Rukmini Rupert Ruslan Russell Rustam Ruth Ryan Rémi Saad Saanvi Sabina Sabine Sabrina Sachin
    Sadia Saeed Sagar Saif Sakura Salim Sally Salma Salvador Salvatore Sam Samantha Sameer Samir Samira
    Sammy Samuel Samuli Sandeep Sander Sandra Sandro Sanja Sanjay Sanjeev Santiago Santosh Sara Sarah
    Sari Sascha Sasha Saskia Sato Satoshi Saul Savannah Schmidt Scott Seamus Sean Sebastian Selim Selin
    Selma Seoyeon Serena Sergei Sergey Sergio Seth Severine Seán Shabnam Shahid Shane Shanice Shankar
    Shannon Sharad Sharon Shauna Shawn Sheena Sheila Shelley Sherry Shira Shirin Shirley Shivani Shreya
    Shu Siddharth Sienna Sigrid Silas Silke Silvia Silvio Simon Simone Simran Sinead Singh Siobhan Siti
    Slobodan Smita Sneha Snežana Sofia Sofía Solveig Somchai Sonia Sonja Sophia Sophie Soraya Soren Sota
    Sridhar Stacey Stan Stanislav Stanley Stavros Stefan Stefania Stefano Steffen Stella Stephan
    Stephanie Stephen Steve Steven Stewart Stig Stuart Stéphane Sujata Suman Sumit Sung Sunil Sunita
    Suresh Susan Susanna Susanne Sushma Suzanne Suzuki Sven Svetlana Swati Sybil Sylvia Szymon Søren
    Tadeusz Taiwo Takahashi Takashi Takeshi Talia Tamar Tamara Tamas Tamás Tanaka Tanja Tanvi Tanya Tara
    Tariq Tariqul Tatiana Tatjana Tatsuya Taylor Ted Tendai Teo Terence Teresa Terry Teun Thabo Thandi
    Thanh Thea Theo Theodor Theodore Theresa Thiago Thibault Thierry Thijs Thomas Thorsten Tiago Tiffany
    Tigran Tilda Tillmann Tim Timo Timothy Timothée Timur Tina Titus Tobi Tobias Toby Todd Tom Tomas
    Tomasz Tomislav Tommy Tomoko Tomáš Toni Tony Torben Tore Torsten Tove Tracy Tran Trevor Tristan
    Trixie Trudy Tunde Tyler Uche Ulf Ulla Ulrich Ulrike Umar Urs Ursula Usha Uta Uwe Vadim Vaibhav
    Valentin Valentina Valeria Valerie Valerio Vanessa Varun Vasco Vasilis Vasily Venkat Venkatesh Vera
    Verena Veronica Veronika Vicente Vicky Victoire Victor Victoria Vidya Vijay Vikram Viktor Viktoria
    Vinay Vincent Vincenzo Vineet Virginia Virginie Vishal Vito Vittoria Vivek Vivian Viviane Vlad
    Vladimir Vladislav Vojtech Volker Véronique Wahid Waleed Walid Walter Wambui Wanda Wang Wanjiru Waqar
    Warren Wasim Watanabe Wei Weijie Wendy Werner Wes Wesley Whitney Wiebke Wilfred Wilhelm Willem
    William Wilma Winnie Winston Wojciech Wolfgang Wouter Wu Xander Xavi Xavier Xiao Ximena Xin Xinyi Xu
    Yael Yakov Yamamoto Yamina Yan Yana Yannick Yara Yaron Yash Yasmin Yasmine Yasuko Yaw Yelena Yetunde
    Yiming Yogesh Yolanda Yong Yosef Youssef Yuan Yue Yuki Yulia Yumi Yunus Yuri Yusra Yusuf Yuto Yves
    Yvette Yvonne Zach Zachary Zahir Zahra Zainab Zainabu Zainul Zane Zara Zbigniew Zdenek Zeina Zeynep
    Zhang Zhao Zhou Zlatan Zoe Zofia Zoltan Zoltán Zoë Zubair Zuzana Ángel Åsa Åse Éloïse Émile Étienne
    Ömer Özge Østen Øyvind
"""

GIVEN_NAMES = frozenset(_NAMES.split())
"""With their capitals."""
